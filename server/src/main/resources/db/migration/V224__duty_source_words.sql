-- The rule that makes a role, for readers of English too.
alter table duty_role rename column source to source_ja;
alter table duty_role add source_en text;
update duty_role
   set source_en = case source_ja
       when '訓令第４条' then 'Directive, article 4'
       when '訓令第５条' then 'Directive, article 5'
       when '運営要綱' then 'Operating guidelines'
       when '情報セキュリティポリシー' then 'Information security policy'
       when '個人情報管理規程' then 'Rules on personal information'
       else source_ja
       end;
alter table duty_role alter source_en set not null;
